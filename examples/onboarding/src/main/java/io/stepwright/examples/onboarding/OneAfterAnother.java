package io.stepwright.examples.onboarding;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.runtime.AgentResult;

/** The same steps as one would call them by hand: each waits for the one before. */
@Agent
public abstract class OneAfterAnother extends Onboarding {

  @EntryPoint("byHand")
  public abstract AgentResult<Onboarded> oneAfterAnother(Signup signup);

  @AgentStep
  protected Onboarded byHand(Signup signup) {
    Intent intent = intent(signup);
    Email email = email(signup, intent);
    String crmNote = crmNote(signup);
    return new Onboarded(intent, email, crmNote);
  }
}
