/**
 * Comments that describe types to models, and the files that keep them available without the
 * sources.
 */
@NullMarked
package io.stepwright.processor.comments;

import org.jspecify.annotations.NullMarked;
