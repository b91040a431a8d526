/** Three model calls for a new user, one after another and wired. */
@NullMarked
package io.stepwright.examples.onboarding;

import org.jspecify.annotations.NullMarked;
