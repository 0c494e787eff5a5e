#!/bin/sh
cd /go/app
exec ./grpc-server
