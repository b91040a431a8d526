/** The store of conversations that the configuration asks for, and the one in memory. */
@NullMarked
package io.stepwright.engine.conversation;

import org.jspecify.annotations.NullMarked;
