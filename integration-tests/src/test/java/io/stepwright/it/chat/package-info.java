/** The chat bot of the documentation, over HTTP, and answers that are cached by conversation. */
@NullMarked
package io.stepwright.it.chat;

import org.jspecify.annotations.NullMarked;
