package io.stepwright.processor.testing;

import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** The compilers that users have. */
public enum TestCompiler {
  JAVAC {
    @Override
    JavaCompiler tool() {
      return ToolProvider.getSystemJavaCompiler();
    }
  },
  ECJ {
    @Override
    JavaCompiler tool() {
      return new EclipseCompiler();
    }
  },
  ECJ_3_36 {
    @Override
    JavaCompiler tool() {
      return OlderEcj.tool("3.36.0");
    }
  },
  ECJ_3_41 {
    @Override
    JavaCompiler tool() {
      return OlderEcj.tool("3.41.0");
    }
  },
  /** One of three consecutive releases that do not return accessors of record components. */
  ECJ_3_44 {
    @Override
    JavaCompiler tool() {
      return OlderEcj.tool("3.44.0");
    }
  };

  /**
   * Returns the compilers for tests of {@link EveryCompiler}: all of them, or with {@code
   * -Dtest.compilers=current} those of {@link #current}. Older compilers behave the same on every
   * JDK, so one JDK is enough for them.
   *
   * @throws IllegalStateException if the property has another value
   */
  public static List<TestCompiler> all() {
    String compilers = System.getProperty("test.compilers", "all");
    return switch (compilers) {
      case "all" -> List.of(values());
      case "current" -> current();
      default ->
          throw new IllegalStateException(
              "test.compilers is '" + compilers + "', and can be all or current");
    };
  }

  /** Returns the newest of each kind. */
  public static List<TestCompiler> current() {
    return List.of(JAVAC, ECJ);
  }

  abstract JavaCompiler tool();

  /** Tells whether it is Eclipse's compiler. */
  boolean isEcj() {
    return this != JAVAC;
  }
}
