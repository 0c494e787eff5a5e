// what `yarn plugin import workspace-tools` brings
