/** Reads JSON files, keeping where everything stands. */
@NullMarked
package io.stepwright.processor.json;

import org.jspecify.annotations.NullMarked;
