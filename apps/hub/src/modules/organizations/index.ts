export { editOrganization } from './edit-organization.ts';
export { endOrganization } from './end-organization.ts';
export { makeOrganization } from './make-organization.ts';
export { type Organization, type OrganizationInput, staffRoles } from './model.ts';
export { setStaffRoles } from './set-staff-roles.ts';
export { listStaff } from './staff-store.ts';
export { type DirectoryEntry, findOrganization, findOrganizationBy, listDirectory } from './store.ts';
