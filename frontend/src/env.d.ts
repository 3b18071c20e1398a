/// <reference types="vite/client" />

/** The codes of all available flags, separated by spaces. */
declare const __FLAG_CODES__: string;

/** The version in package.json. */
declare const __APP_VERSION__: string;
