using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GuidelineBot.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    url = table.Column<string>(type: "text", nullable: false),
                    url_key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    section = table.Column<string>(type: "text", nullable: false),
                    manager = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "text", nullable: false),
                    operator_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    policy_url = table.Column<string>(type: "text", nullable: false),
                    terms_url = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false),
                    password_changed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duties", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "known_conversations",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    person_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    service_url = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    tenant_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    reference = table.Column<string>(type: "text", nullable: false),
                    takes_notices = table.Column<bool>(type: "boolean", nullable: false),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_conversations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_counters",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_counters", x => new { x.fiscal_year, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "notice_drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    owner_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    owner_name = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    conversation = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    submitter_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    submitter_name = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    conversation = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    is_late = table.Column<bool>(type: "boolean", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    channel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    recipient = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    topic = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    channel_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_name = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_events_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    by_name = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    step = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_events_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_events_account_id_at",
                table: "account_events",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_section_service",
                table: "accounts",
                columns: new[] { "section", "service" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_url_key",
                table: "accounts",
                column: "url_key");

            migrationBuilder.CreateIndex(
                name: "ix_duties_account_id_kind",
                table: "duties",
                columns: new[] { "account_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_duties_done_at_due_at",
                table: "duties",
                columns: new[] { "done_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_known_conversations_person_id",
                table: "known_conversations",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_known_conversations_takes_notices",
                table: "known_conversations",
                column: "takes_notices");

            migrationBuilder.CreateIndex(
                name: "ix_notice_drafts_owner_id_updated_at",
                table: "notice_drafts",
                columns: new[] { "owner_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_events_notice_id_at",
                table: "notice_events",
                columns: new[] { "notice_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_fiscal_year_kind_number",
                table: "notices",
                columns: new[] { "fiscal_year", "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_status_submitted_at",
                table: "notices",
                columns: new[] { "status", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_notices_submitter_id",
                table: "notices",
                column: "submitter_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_key",
                table: "outbox",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_status_due_at",
                table: "outbox",
                columns: new[] { "status", "due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_events");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "known_conversations");

            migrationBuilder.DropTable(
                name: "notice_counters");

            migrationBuilder.DropTable(
                name: "notice_drafts");

            migrationBuilder.DropTable(
                name: "notice_events");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "notices");
        }
    }
}
