/** Steps that call a model server, each through another client. */
@NullMarked
package io.stepwright.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
