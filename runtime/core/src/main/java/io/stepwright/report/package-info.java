/** What is told of runs that have ended: reports, costs, waterfalls, and who gets them. */
@NullMarked
package io.stepwright.report;

import org.jspecify.annotations.NullMarked;
