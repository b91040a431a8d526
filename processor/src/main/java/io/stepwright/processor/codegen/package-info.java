/**
 * Writes the generated classes. The one package that knows JavaPoet, and it knows no compiler
 * types.
 */
@NullMarked
package io.stepwright.processor.codegen;

import org.jspecify.annotations.NullMarked;
