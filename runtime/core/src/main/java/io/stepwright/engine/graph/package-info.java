/**
 * The graph of the steps of one run, as a state machine without a lock, a thread, a listener or an
 * executor. {@link io.stepwright.engine.graph.StepGraph} changes states and returns {@link
 * io.stepwright.engine.graph.Effects}, which its caller performs: the engine does so with its lock,
 * and tests do so without any thread. Internal.
 *
 * <p>The states of a node:
 *
 * <pre>
 *          all inputs settled           listeners notified        a thread claims it
 *   WAITING ------------------> (ready) -----------------> READY -------------------> RUNNING
 *      |                                                     |                           |
 *      | a required input or a condition is absent           | the last item             | the body
 *      v                                                     v of a fan-out              v ends
 *   ABSENT                                                 VALUE            VALUE, ABSENT or STOPPED
 * </pre>
 *
 * <ul>
 *   <li>{@code WAITING}: at least one input has not settled. A node counts these inputs; at zero it
 *       goes on. A required input that is absent makes the node {@code ABSENT} at once, whatever
 *       other inputs it has.
 *   <li>{@code READY}: the work of the node may be claimed. The listeners are notified between the
 *       last input and this state, so that every step is reported as ready before it starts. A
 *       fan-out stays in this state until its last item has ended, since each item is claimed by
 *       itself.
 *   <li>{@code RUNNING}: a thread has claimed all work of the node.
 *   <li>{@code VALUE}, {@code ABSENT}: settled. The change is propagated to the dependents, once.
 *   <li>{@code STOPPED}: the node failed, was cancelled, or was dropped because the result does not
 *       need it. It never settles, and neither do the nodes that require it.
 * </ul>
 *
 * <p>Some nodes go from {@code WAITING} to {@code VALUE} or {@code ABSENT} directly. Conditions,
 * the decision of a choice and the list of a fan-out are inline nodes: the thread that settles
 * their last input evaluates them immediately. A {@link io.stepwright.engine.graph.Choice} waits
 * for its decision first, then for the chosen alternative, and settles with the state of that
 * alternative. A {@link io.stepwright.engine.graph.CallerLatch} settles as soon as all its inputs
 * are available.
 */
@NullMarked
package io.stepwright.engine.graph;

import org.jspecify.annotations.NullMarked;
