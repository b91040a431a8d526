package io.stepwright.processor.testing;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** A compiler that users have. */
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
  };

  abstract JavaCompiler tool();
}
