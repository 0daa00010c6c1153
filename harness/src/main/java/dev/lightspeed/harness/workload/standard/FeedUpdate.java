package dev.lightspeed.harness.workload.standard;

/**
 * The outcome of one event of the feed.
 *
 * @param state what the server keeps
 * @param change what the client is told
 */
record FeedUpdate(FeedState state, FeedChange change) {}
