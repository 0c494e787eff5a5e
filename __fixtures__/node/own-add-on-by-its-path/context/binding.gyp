{ 'targets': [{ 'target_name': 'area', 'sources': ['native/area.c'] }] }
