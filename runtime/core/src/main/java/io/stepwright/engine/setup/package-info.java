/** Makes an engine of a configuration and of services. Internal. */
@NullMarked
package io.stepwright.engine.setup;

import org.jspecify.annotations.NullMarked;
