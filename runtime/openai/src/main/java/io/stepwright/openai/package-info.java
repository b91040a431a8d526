/** A model client for all servers with the chat completions API of OpenAI. */
@NullMarked
package io.stepwright.openai;

import org.jspecify.annotations.NullMarked;
