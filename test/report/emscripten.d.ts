// The types of harfbuzzjs name a type of Emscripten's, which the tests have no other use for.
interface EmscriptenModule {
  readonly HEAPU8: Uint8Array;
}
