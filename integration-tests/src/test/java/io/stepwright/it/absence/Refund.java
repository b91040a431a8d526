package io.stepwright.it.absence;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.Prompt;
import io.stepwright.SideEffect;
import io.stepwright.runtime.AgentResult;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Pays back the claimed amount, if there is a claim. */
@Agent
public abstract class Refund {

  private final CountDownLatch go;
  private final CountDownLatch logged;

  protected Refund(CountDownLatch go, CountDownLatch logged) {
    this.go = go;
    this.logged = logged;
  }

  @EntryPoint("reply")
  public abstract AgentResult<String> answer(String mail);

  @EntryPoint(value = "reply", also = "log")
  public abstract AgentResult<String> answerAndLog(String mail);

  @EntryPoint("payment")
  public abstract AgentResult<Optional<String>> pay(String mail);

  /** Decides once the test opens {@code go}. */
  @AgentStep
  protected Optional<String> claim(String mail) throws InterruptedException {
    go.await();
    return mail.contains("refund") ? Optional.of("10 EUR") : Optional.empty();
  }

  @AgentStep
  @Model("tiny")
  @Prompt("The account of {{mail}}")
  protected abstract String account(String mail);

  @AgentStep
  protected String payment(String account, @From("claim") String amount) {
    return amount + " to " + account;
  }

  @AgentStep
  protected String reply(String mail, Optional<String> payment) {
    return payment.map(paid -> "We paid " + paid).orElse("Thank you.");
  }

  /** Runs until the test opens {@code logged}. */
  @AgentStep
  @SideEffect
  protected void log(String mail, Optional<String> claim) throws InterruptedException {
    logged.await();
  }
}
