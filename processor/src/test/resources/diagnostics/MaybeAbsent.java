package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface MaybeAbsent {
  record Answer(
      Integer score,
      String refund) {} // <- MaybeAbsent: Make the component Optional<String> [ecj none]

  @EntryPoint
  Answer run();

  @EntryPoint("letter")
  String other(); // <- MaybeAbsent: step 'letter' is absent when 'refund' decides so

  @AgentStep
  default Optional<String> refund() {
    return Optional.empty();
  }

  @AgentStep
  default String letter(String refund) {
    return "";
  }

  @AgentStep
  default Integer score(Optional<String> refund) {
    return 1;
  }
}
