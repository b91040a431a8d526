/** Random agents whose models call tools. */
@NullMarked
package io.stepwright.processor.random.tool;

import org.jspecify.annotations.NullMarked;
