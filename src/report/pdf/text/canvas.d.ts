// The types of fontkit name a type of the browser's, which this program has no other use for.
interface CanvasRenderingContext2D {
  readonly canvas: unknown;
}
