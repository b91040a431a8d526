/**
 * Reads the bodies that servers of the chat completions API send: answers and errors. Knows bytes
 * and JSON, and nothing of how they came. What is not needed is skipped without being kept, and
 * what is needed is bounded by the size of the body.
 */
@NullMarked
package io.stepwright.openai.reply;

import org.jspecify.annotations.NullMarked;
