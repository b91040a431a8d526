/** The flows as graphs of LangGraph4j. */
@NullMarked
package io.stepwright.benchmarks.contender.langgraph;

import org.jspecify.annotations.NullMarked;
