/** A stylesheet that comes with the page which imports it, and not with the first view. */
declare module '*.css' {}
