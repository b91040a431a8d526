/** Comments that describe types to models, and the files in which they outlive the sources. */
@NullMarked
package io.stepwright.processor.comments;

import org.jspecify.annotations.NullMarked;
