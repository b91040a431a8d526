/** The tools that models call: the turns of a model, the execution of its calls. Internal. */
@NullMarked
package io.stepwright.engine.tool;

import org.jspecify.annotations.NullMarked;
