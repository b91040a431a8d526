/**
 * Lays out generated source as google-java-format does: a {@link
 * io.stepwright.processor.layout.Lexer} cuts it into tokens, a recursive descent turns them into a
 * stream of texts, levels and breaks, and a {@link io.stepwright.processor.layout.Printer} decides
 * which breaks begin a line. Tokens do not change, except for string literals that are too long and
 * are split.
 */
@NullMarked
package io.stepwright.processor.layout;

import org.jspecify.annotations.NullMarked;
