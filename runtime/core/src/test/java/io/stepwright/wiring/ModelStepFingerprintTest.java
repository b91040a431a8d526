package io.stepwright.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelStepFingerprintTest {

  private static final ModelStep<String> ASK =
      ModelStep.text(new AgentInfo("Desk", "app.Desk"), "ask", "gpt");

  @Test
  void aRuleWithoutFingerprintHasThatOfItsStep() {
    CacheRule rule = CacheRule.equal().similarity(0.9);

    assertThat(ASK.fingerprint("a").cached(rule).cache().fingerprint()).isEqualTo("a");
    assertThat(ASK.cached(rule).fingerprint("a").cache().fingerprint()).isEqualTo("a");
    assertThat(ASK.cached(rule).fingerprint("a").fingerprint("b").retry(2).cache().fingerprint())
        .isEqualTo("b");
    assertThat(ASK.cached(rule).fingerprint("a").cache().similarity()).isEqualTo(0.9);
  }

  @Test
  void aStepOfAnOlderClassHasTheFingerprintOfItsRule() {
    assertThat(ASK.cached(CacheRule.of("old")).fingerprint()).isEqualTo("old");
    assertThat(ASK.cached(CacheRule.of("old")).fingerprint("new").cache().fingerprint())
        .isEqualTo("old");
    assertThat(ASK.fingerprint()).isEmpty();
  }

  @Test
  void theMethodIsThatOfTheAlternativeUnlessItHasAnotherName() {
    assertThat(ASK.method()).isEqualTo("ask");
    assertThat(ASK.alternative("askAll").method()).isEqualTo("askAll");
    assertThat(ASK.alternative("ask(String)").method("ask").method()).isEqualTo("ask");
    assertThat(ASK.alternative("ask(String)").method("ask").label()).isEqualTo("ask (ask(String))");
    assertThat(StepInfo.code(ASK.agent(), "labels").method("label").method()).isEqualTo("label");
  }
}
