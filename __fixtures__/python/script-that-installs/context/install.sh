#!/bin/sh
set -e
pip install --upgrade pip
pip install -r requirements.txt
