/**
 * Copies pictures from a stranger's file: only JPEG and PNG, only what makes up the picture, and no more of it in memory
 * than a few kilobytes. No pixel is decoded.
 */
@NullMarked
package io.hairline.treatment.photo.image;

import org.jspecify.annotations.NullMarked;
