/** How a step asks its models: attempts, repair, and memory. Internal. */
@NullMarked
package io.stepwright.engine.model;

import org.jspecify.annotations.NullMarked;
