/** Finds and reads the resource files that annotations name. */
@NullMarked
package io.stepwright.processor.resources;

import org.jspecify.annotations.NullMarked;
