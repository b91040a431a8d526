/** Return types of entry points, structures of agents, and failures of user code. */
@NullMarked
package io.stepwright.it.results;

import org.jspecify.annotations.NullMarked;
