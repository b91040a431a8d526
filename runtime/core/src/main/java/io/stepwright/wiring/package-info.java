/**
 * The interface that generated classes call. Applications do not need it: they use the type of an
 * agent, and {@code io.stepwright.runtime}.
 *
 * <p>A generated entry point starts a {@link io.stepwright.wiring.Run}, forks the steps that can
 * run concurrently, calls the steps of the longest path on the caller thread, and joins the others:
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
