/**
 * Knex writes to the console what it then throws, with the driver's trace. Who catches it tells it in words, once.
 */
export const quiet = { warn: () => undefined, error: () => undefined };
