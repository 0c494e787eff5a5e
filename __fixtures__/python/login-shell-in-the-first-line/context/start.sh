#!/bin/bash -l
exec python tides.py
