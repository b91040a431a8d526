/** Makes an engine from a configuration and services. Internal. */
@NullMarked
package io.stepwright.engine.setup;

import org.jspecify.annotations.NullMarked;
