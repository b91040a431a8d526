/**
 * What generated classes call. Applications have no use for it: they see an agent's own type, and
 * {@code io.stepwright.runtime}.
 *
 * <p>A generated entry point reads like this: it starts a {@link io.stepwright.wiring.Run}, forks
 * the steps whose inputs are there, calls the steps of the longest path on the caller's own thread,
 * and joins.
 *
 * <pre>{@code
 * try (Run run = runtime.start(ONBOARD)) {
 *   Forked<String> crmNote = run.fork(CRM_NOTE, step -> crmNote(step, signup));
 *   Intent intent = run.call(INTENT, step -> intent(step, signup));
 *   Email email = run.call(EMAIL, step -> email(step, signup, intent));
 *   return run.result(new Onboarded(intent, email, crmNote.join()));
 * }
 * }</pre>
 */
@NullMarked
package io.stepwright.wiring;

import org.jspecify.annotations.NullMarked;
