package app;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.EntryPoint;

@Agent
interface ForeignAnnotation {
  @interface Other {}

  final class Library {
    @interface Retry {
      int value() default 3;
    }

    @interface Tool {}

    @interface From {
      String value();
    }
  }

  @EntryPoint(value = "last", also = "meant")
  String run(String in);

  @AgentStep
  @Library.Retry(5) // <- ForeignAnnotation: Stepwright's is io.stepwright.Retry
  @Other
  default String last(@Library.From("in") String in) { // <- ForeignAnnotation
    return in;
  }

  @Library.Tool // <- ForeignAnnotation: Stepwright's is io.stepwright.Tool
  default int tool() {
    return 1;
  }

  @AgentStep
  @Library.Retry
  @SuppressWarnings("stepwright:ForeignAnnotation")
  default int meant(String in) {
    return 1;
  }
}
