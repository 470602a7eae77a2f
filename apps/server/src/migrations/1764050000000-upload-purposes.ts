import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Plans as data and as pictures arrive by the same way as documents, and so does what residents attach. */
export class UploadPurposes1764050000000 implements MigrationInterface {
  name = 'UploadPurposes1764050000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table upload drop constraint upload_purpose_known;
      alter table upload add constraint upload_purpose_known check
        (purpose in ('planDocument', 'planData', 'planPicture', 'contributionFile'))`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from upload where purpose <> 'planDocument';
      alter table upload drop constraint upload_purpose_known;
      alter table upload add constraint upload_purpose_known check (purpose in ('planDocument'))`)
  }
}
