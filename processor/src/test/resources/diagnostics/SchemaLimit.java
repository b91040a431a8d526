package app;

import io.stepwright.*;
import java.util.*;
import java.util.concurrent.*;

@Agent
interface SchemaLimit {
  record R1(R2 a) {}

  record R2(R3 a) {}

  record R3(R4 a) {}

  record R4(R5 a) {}

  record R5(R6 a) {}

  record R6(List<R7> a) {}

  record R7(R8 a) {}

  record R8(R9 a) {}

  record R9(R10 a) {}

  record R10(String a) {}

  @EntryPoint
  R1 run();

  @AgentStep
  @Model("m")
  @Prompt("Hello")
  R1 deep(); // <- SchemaLimit: 'R1.a.a.a.a.a.a[].a.a.a.a' lies 11 levels deep
}
