/** The model client for every server that speaks the chat completions API of OpenAI. */
@NullMarked
package io.stepwright.openai;

import org.jspecify.annotations.NullMarked;
