package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface Cycle {
  record A() {}

  record B() {}

  record C() {}

  @EntryPoint
  A run();

  @AgentStep
  default A a(
      B b) { // <- Cycle: a -> b -> c -> a
    return new A();
  }

  @AgentStep
  default B b(C c) {
    return new B();
  }

  @AgentStep
  default C c(A a) {
    return new C();
  }
}
