/** Objects of one image beyond which its annotation is not read: comparing them takes time by their square. */
export const maxObjects = 10_000;

/** Bytes of an annotation of one image beyond which it is not read. */
export const maxImageFileBytes = 8_000_000;

/** Bytes of an annotation of many images beyond which it is not read: no longer text fits a string of Node. */
export const maxIndexFileBytes = 500_000_000;

/** Coordinates beyond this (either way) are no pixels of an image. */
export const largestCoordinate = 1e9;

/** Levels of elements in a file for one image; those of Pascal VOC have four. */
export const maxDepth = 64;

/** Code points of a class's name that are kept. */
export const maxNameLength = 200;

/** Entries that are described; beyond, they are counted in one more. */
export const maxUnusable = 100;
