#!/bin/bash
if [[ -n "${WAIT_FOR:-}" ]]; then
  until curl -fs "$WAIT_FOR"; do sleep 1; done
fi
exec ./reports
