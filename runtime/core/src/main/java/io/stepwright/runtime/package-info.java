/**
 * The API for applications: {@link io.stepwright.runtime.AgentRuntime}, results with reports, and
 * the exceptions of runs.
 */
@NullMarked
package io.stepwright.runtime;

import org.jspecify.annotations.NullMarked;
