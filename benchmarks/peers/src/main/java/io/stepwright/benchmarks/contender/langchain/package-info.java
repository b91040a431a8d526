/** The flows with the agentic module of LangChain4j. */
@NullMarked
package io.stepwright.benchmarks.contender.langchain;

import org.jspecify.annotations.NullMarked;
