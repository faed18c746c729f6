// What stands where a publisher has not yet said its own.

/** The prefix of a publisher that has registered none. */
export const UNREGISTERED = "ocds-unregistered";

/** Where our own extension is said to be. */
export const PROFILE = "https://awlawiya.example/ocds/cooperative-priority/extension.json";
