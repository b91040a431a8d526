/** Model calls of a step: attempts, repair, and the cache. Internal. */
@NullMarked
package io.stepwright.engine.model;

import org.jspecify.annotations.NullMarked;
