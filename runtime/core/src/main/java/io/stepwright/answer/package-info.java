/**
 * The seam between the engine and a cache of answers: the engine asks through {@link
 * io.stepwright.answer.StepAnswers}, and {@code stepwright-cache} implements it. Internal, but for
 * {@link io.stepwright.answer.Answer} and {@link io.stepwright.answer.AnswerSource}, which those
 * who use the cache without an agent see, too.
 */
@NullMarked
package io.stepwright.answer;

import org.jspecify.annotations.NullMarked;
