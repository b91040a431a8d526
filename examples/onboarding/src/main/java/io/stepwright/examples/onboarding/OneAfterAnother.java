package io.stepwright.examples.onboarding;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.runtime.AgentResult;

/** The same steps in code that calls them by hand: each waits for the one before. */
@Agent
public abstract class OneAfterAnother extends Onboarding {

  public record ByHand(Onboarded onboarded) {}

  @EntryPoint(timeout = "60s")
  public abstract AgentResult<ByHand> oneAfterAnother(Signup signup);

  @AgentStep
  protected ByHand byHand(Signup signup) {
    Intent intent = intent(signup);
    Email email = email(signup, intent);
    Note crmNote = crmNote(signup);
    return new ByHand(new Onboarded(intent, email, crmNote));
  }
}
