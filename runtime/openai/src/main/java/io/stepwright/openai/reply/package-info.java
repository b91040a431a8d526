/**
 * Readers of the bodies of the chat completions API: answers and errors. They depend on bytes and
 * JSON only, not on the transport. Skipped content is not kept, and the rest is bounded by the size
 * of the body.
 */
@NullMarked
package io.stepwright.openai.reply;

import org.jspecify.annotations.NullMarked;
